-- What the auditor asks: which pieces were held and forgotten, and which Tries.

CREATE INDEX stock_reservation_held ON stock_reservation (created_at) WHERE state = 'HELD';

-- What the auditor looks for: the few rows whose Confirm or Cancel has not come.
CREATE INDEX tcc_fence_log_tried ON tcc_fence_log (gmt_create) WHERE status = 1;
