CREATE TABLE `order_contests` (
	`id` integer PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`organization_id` text NOT NULL,
	`order_version` integer NOT NULL,
	`message` text NOT NULL,
	`from_operator` integer NOT NULL,
	`status` text NOT NULL,
	`original_total_price` integer NOT NULL,
	`contested_total_price` integer NOT NULL,
	`reviewed_total_price` integer,
	`items` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`deleted_at` integer,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `order_contests_order` ON `order_contests` (`order_id`,`id`);--> statement-breakpoint
CREATE INDEX `order_contests_organization` ON `order_contests` (`organization_id`,`id`);--> statement-breakpoint
CREATE TABLE `order_payments` (
	`order_id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`transaction_id` text,
	`provider` text,
	`method` text,
	`authorized_amount` integer DEFAULT 0 NOT NULL,
	`paid_amount` integer DEFAULT 0 NOT NULL,
	`refunded_amount` integer DEFAULT 0 NOT NULL,
	`try_refund_times` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `order_payments_transaction` ON `order_payments` (`transaction_id`);--> statement-breakpoint
CREATE TABLE `order_shipments` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`organization_id` text NOT NULL,
	`carrier` text NOT NULL,
	`tracking_number` text,
	`lines` text NOT NULL,
	`shipped_at` integer NOT NULL,
	`expected_at` integer,
	`delivered_at` integer,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `order_shipments_order` ON `order_shipments` (`order_id`,`id`);--> statement-breakpoint
CREATE TABLE `order_vendor_metadata` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`organization_id` text NOT NULL,
	`order_version` integer NOT NULL,
	`vendor` text NOT NULL,
	`type` text NOT NULL,
	`value` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `order_vendor_metadata_order` ON `order_vendor_metadata` (`order_id`,`id`);--> statement-breakpoint
ALTER TABLE `order_lines` ADD `product_number` integer;--> statement-breakpoint
ALTER TABLE `order_lines` ADD `product_code` text;--> statement-breakpoint
ALTER TABLE `orders` ADD `customer_reference` text;