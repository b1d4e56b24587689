DROP INDEX `orders_organization_status`;--> statement-breakpoint
DROP INDEX `orders_organization_updated`;--> statement-breakpoint
DROP INDEX `orders_organization_total`;--> statement-breakpoint
DROP INDEX `orders_organization_payment`;--> statement-breakpoint
DROP INDEX `orders_organization_fulfillment`;--> statement-breakpoint
CREATE INDEX `orders_organization_status` ON `orders` (`organization_id`,`status`,`created_at`,`id`,`master_order_id`,`total_price`);--> statement-breakpoint
CREATE INDEX `orders_organization_updated` ON `orders` (`organization_id`,`updated_at`,`id`,`master_order_id`);--> statement-breakpoint
CREATE INDEX `orders_organization_total` ON `orders` (`organization_id`,`total_price`,`id`,`master_order_id`);--> statement-breakpoint
CREATE INDEX `orders_organization_payment` ON `orders` (`organization_id`,`payment_status`,`created_at`,`id`,`master_order_id`);--> statement-breakpoint
CREATE INDEX `orders_organization_fulfillment` ON `orders` (`organization_id`,`fulfillment_status`,`created_at`,`id`,`master_order_id`);