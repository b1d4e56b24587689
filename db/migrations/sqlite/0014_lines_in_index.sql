DROP INDEX `order_lines_order`;--> statement-breakpoint
CREATE INDEX `order_lines_order` ON `order_lines` (`order_id`,`position`,`product_id`,`removed`,`quantity`,`price_amount`);