-- What the auditor asks: which order a global transaction holds, and which Tries were forgotten.

CREATE INDEX orders_by_xid ON orders (xid) WHERE xid IS NOT NULL;

-- What the auditor looks for: the few rows whose Confirm or Cancel has not come.
CREATE INDEX tcc_fence_log_tried ON tcc_fence_log (gmt_create) WHERE status = 1;
