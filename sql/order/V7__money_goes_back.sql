-- svc-payment tells the staff of captured money that goes back to a customer by itself.

ALTER TABLE staff_notification
    DROP CONSTRAINT staff_notification_kind_known,
    ADD CONSTRAINT staff_notification_kind_known
        CHECK (kind IN ('ORDER_PAID', 'ORDER_REFUNDED', 'LOW_STOCK', 'MONEY_GOES_BACK'));
