CREATE TABLE `categories` (
	`id` text PRIMARY KEY NOT NULL,
	`parent_id` text,
	`name` text NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`status` text DEFAULT 'ACTIVE' NOT NULL,
	`sequence` real DEFAULT 0 NOT NULL,
	`rank` text DEFAULT '' NOT NULL,
	`icon` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `categories_parent` ON `categories` (`parent_id`,`sequence`,`rank`);--> statement-breakpoint
CREATE INDEX `categories_created` ON `categories` (`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `products` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`external_code` text,
	`organization_id` text NOT NULL,
	`category_id` text,
	`name` text NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`dimensions` text DEFAULT '' NOT NULL,
	`variant_note` text DEFAULT '' NOT NULL,
	`additional_information` text DEFAULT '' NOT NULL,
	`longitude` real,
	`latitude` real,
	`is_promoted` integer DEFAULT false NOT NULL,
	`tags` text NOT NULL,
	`features` text NOT NULL,
	`address_line1` text DEFAULT '' NOT NULL,
	`address_line2` text DEFAULT '' NOT NULL,
	`address_line3` text DEFAULT '' NOT NULL,
	`postal_code` text DEFAULT '' NOT NULL,
	`publication_status` text DEFAULT 'DRAFT' NOT NULL,
	`publication_since` integer,
	`publication_until` integer,
	`published_at` integer,
	`published_by` text,
	`custom_fields` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`category_id`) REFERENCES `categories`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `products_number` ON `products` (`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `products_external_code` ON `products` (`organization_id`,`external_code`);--> statement-breakpoint
CREATE INDEX `products_organization` ON `products` (`organization_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `products_category` ON `products` (`category_id`,`publication_status`);--> statement-breakpoint
CREATE INDEX `products_created` ON `products` (`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `variants` (
	`id` text PRIMARY KEY NOT NULL,
	`product_id` text NOT NULL,
	`organization_id` text NOT NULL,
	`position` integer DEFAULT 0 NOT NULL,
	`sku` text,
	`title` text NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`price_amount` integer NOT NULL,
	`price_taxable` integer DEFAULT false NOT NULL,
	`price_tax_included` integer DEFAULT false NOT NULL,
	`custom_fields` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `variants_sku` ON `variants` (`organization_id`,`sku`);--> statement-breakpoint
CREATE INDEX `variants_product` ON `variants` (`product_id`,`position`,`id`);--> statement-breakpoint
CREATE TABLE `api_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text,
	`name` text NOT NULL,
	`hash` text NOT NULL,
	`hint` text NOT NULL,
	`scopes` text NOT NULL,
	`expires_at` integer,
	`revoked_at` integer,
	`last_used_at` integer,
	`created_by` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_keys_hash` ON `api_keys` (`hash`);--> statement-breakpoint
CREATE INDEX `api_keys_organization` ON `api_keys` (`organization_id`);--> statement-breakpoint
CREATE TABLE `memberships` (
	`organization_id` text NOT NULL,
	`user_id` text NOT NULL,
	`role` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`organization_id`, `user_id`),
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `memberships_user` ON `memberships` (`user_id`);--> statement-breakpoint
CREATE TABLE `organizations` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`slug` text NOT NULL,
	`store_number` integer NOT NULL,
	`country` text DEFAULT 'JP' NOT NULL,
	`currency` text DEFAULT 'JPY' NOT NULL,
	`tax_rate_basis_points` integer DEFAULT 1000 NOT NULL,
	`time_zone` text DEFAULT 'Asia/Tokyo' NOT NULL,
	`status` text DEFAULT 'normal' NOT NULL,
	`restrictions` text NOT NULL,
	`sync_restrictions_with_site_codes` integer DEFAULT false NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `organizations_slug` ON `organizations` (`slug`);--> statement-breakpoint
CREATE UNIQUE INDEX `organizations_store` ON `organizations` (`store_number`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`kind` text NOT NULL,
	`label` text,
	`fingerprint_hash` text,
	`user_agent` text,
	`expires_at` integer NOT NULL,
	`revoked_at` integer,
	`last_used_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `sessions_user` ON `sessions` (`user_id`);--> statement-breakpoint
CREATE TABLE `sign_in_failures` (
	`subject` text NOT NULL,
	`failed_at` integer NOT NULL,
	`id` text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE INDEX `sign_in_failures_subject` ON `sign_in_failures` (`subject`,`failed_at`);--> statement-breakpoint
CREATE TABLE `tokens` (
	`hash` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`kind` text NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `tokens_session` ON `tokens` (`session_id`);--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`password_hash` text,
	`type_id` text DEFAULT '001' NOT NULL,
	`email_verified_at` integer,
	`disabled_at` integer,
	`preferences` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_email` ON `users` (`email`);--> statement-breakpoint
CREATE TABLE `order_counters` (
	`organization_id` text NOT NULL,
	`status` text NOT NULL,
	`shard` integer NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`organization_id`, `status`, `shard`),
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `order_lines` (
	`id` integer PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`organization_id` text NOT NULL,
	`position` integer NOT NULL,
	`product_id` text NOT NULL,
	`product_name` text NOT NULL,
	`variant_id` text NOT NULL,
	`variant_title` text NOT NULL,
	`sku` text NOT NULL,
	`price_amount` integer NOT NULL,
	`taxable` integer NOT NULL,
	`tax_included` integer NOT NULL,
	`quantity` integer NOT NULL,
	`tax_amount` integer NOT NULL,
	`origin` text DEFAULT 'ORIGINAL' NOT NULL,
	`removed` integer DEFAULT false NOT NULL,
	`vendor_id` text,
	`details` text,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `order_lines_order` ON `order_lines` (`order_id`,`position`);--> statement-breakpoint
CREATE INDEX `order_lines_product` ON `order_lines` (`organization_id`,`product_id`,`order_id`);--> statement-breakpoint
CREATE INDEX `order_lines_sku` ON `order_lines` (`organization_id`,`sku`,`order_id`);--> statement-breakpoint
CREATE TABLE `order_notes` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`organization_id` text NOT NULL,
	`body` text NOT NULL,
	`author_id` text,
	`author_name` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `order_notes_order` ON `order_notes` (`order_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `orders` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`organization_id` text NOT NULL,
	`status` text NOT NULL,
	`placement` text DEFAULT 'PLACED' NOT NULL,
	`payment_status` text DEFAULT 'NOT_PAID' NOT NULL,
	`fulfillment_status` text DEFAULT 'UNFULFILLED' NOT NULL,
	`dispute_status` text DEFAULT 'NONE' NOT NULL,
	`cancel_reason` text,
	`currency` text NOT NULL,
	`tax_rate_basis_points` integer NOT NULL,
	`subtotal_price` integer NOT NULL,
	`total_tax` integer NOT NULL,
	`total_price` integer NOT NULL,
	`line_items` text NOT NULL,
	`custom_fields` text NOT NULL,
	`cart_id` text,
	`checkout_id` text,
	`user_id` text,
	`created_by` text,
	`customer_id` integer,
	`customer_name` text NOT NULL,
	`customer_name_kana` text DEFAULT '' NOT NULL,
	`customer_address_line1` text DEFAULT '' NOT NULL,
	`customer_address_line2` text,
	`customer_address_line3` text,
	`customer_phone` text DEFAULT '' NOT NULL,
	`customer_email` text DEFAULT '' NOT NULL,
	`customer_age` text,
	`customer_preferred_contact_method` text,
	`customer_preferred_time_to_contact` text,
	`legal_entity_id` text,
	`site_code` text,
	`restriction` text,
	`quote_id` text,
	`channel` text,
	`mixins` text,
	`shipping_address` text,
	`billing_address` text,
	`payment_method_id` text,
	`external_id` text,
	`external_status` text DEFAULT 'ok' NOT NULL,
	`transaction_id` integer,
	`extra_text` text DEFAULT '' NOT NULL,
	`notification_sent_at` integer,
	`split_kind` text,
	`master_order_id` text,
	`split_by` text,
	`split_value` text,
	`vendor_id` text,
	`placed_at` integer,
	`paid_at` integer,
	`delivered_at` integer,
	`completed_at` integer,
	`closed_at` integer,
	`canceled_at` integer,
	`last_status_change_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `orders_number` ON `orders` (`number`);--> statement-breakpoint
CREATE INDEX `orders_created` ON `orders` (`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `orders_user` ON `orders` (`user_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `orders_organization_created` ON `orders` (`organization_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `orders_organization_status` ON `orders` (`organization_id`,`status`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `orders_organization_updated` ON `orders` (`organization_id`,`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `orders_organization_total` ON `orders` (`organization_id`,`total_price`,`id`);--> statement-breakpoint
CREATE INDEX `orders_organization_number` ON `orders` (`organization_id`,`number`);--> statement-breakpoint
CREATE INDEX `orders_organization_customer` ON `orders` (`organization_id`,`customer_name`,`id`);--> statement-breakpoint
CREATE INDEX `orders_organization_payment` ON `orders` (`organization_id`,`payment_status`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `orders_organization_fulfillment` ON `orders` (`organization_id`,`fulfillment_status`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `orders_legal_entity` ON `orders` (`organization_id`,`legal_entity_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `orders_master` ON `orders` (`master_order_id`);--> statement-breakpoint
CREATE INDEX `orders_external` ON `orders` (`external_id`);--> statement-breakpoint
CREATE TABLE `changes` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text,
	`entity` text NOT NULL,
	`entity_id` text NOT NULL,
	`version` integer NOT NULL,
	`operation` text NOT NULL,
	`surface` text NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text,
	`actor_name` text NOT NULL,
	`fields` text NOT NULL,
	`request_id` text,
	`batch_id` text,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `changes_entity` ON `changes` (`entity`,`entity_id`,`version`);--> statement-breakpoint
CREATE INDEX `changes_organization` ON `changes` (`organization_id`,`id`);--> statement-breakpoint
CREATE INDEX `changes_batch` ON `changes` (`batch_id`);--> statement-breakpoint
CREATE TABLE `idempotency_records` (
	`caller` text NOT NULL,
	`key` text NOT NULL,
	`request_hash` text NOT NULL,
	`status` integer NOT NULL,
	`headers` text NOT NULL,
	`body` text,
	`expires_at` integer NOT NULL,
	PRIMARY KEY(`caller`, `key`)
);
--> statement-breakpoint
CREATE INDEX `idempotency_records_expiry` ON `idempotency_records` (`expires_at`);--> statement-breakpoint
CREATE TABLE `sequences` (
	`name` text PRIMARY KEY NOT NULL,
	`value` integer NOT NULL
);
