CREATE TABLE `attachments` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`object_id` text NOT NULL,
	`hash` text NOT NULL,
	`type` text NOT NULL,
	`size` integer NOT NULL,
	`width` integer,
	`height` integer,
	`is_public` integer DEFAULT false NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`hash`) REFERENCES `stored_files`(`hash`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `attachments_object` ON `attachments` (`object_id`);--> statement-breakpoint
CREATE INDEX `attachments_organization` ON `attachments` (`organization_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `attachments_created` ON `attachments` (`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `attachments_hash` ON `attachments` (`hash`);--> statement-breakpoint
CREATE TABLE `stored_files` (
	`hash` text PRIMARY KEY NOT NULL,
	`size` integer NOT NULL,
	`type` text NOT NULL,
	`width` integer,
	`height` integer,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `uploads` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`type` text NOT NULL,
	`hash` text,
	`used_at` integer NOT NULL,
	`attachment_id` text,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`hash`) REFERENCES `stored_files`(`hash`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `uploads_used` ON `uploads` (`used_at`);--> statement-breakpoint
CREATE INDEX `uploads_hash` ON `uploads` (`hash`);--> statement-breakpoint
CREATE TABLE `attributes` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`order` real DEFAULT 0 NOT NULL,
	`group_name` text,
	`category_ids` text NOT NULL,
	`items` text NOT NULL,
	`item_groups` text NOT NULL,
	`custom_fields` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `attributes_created` ON `attributes` (`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `catalog_stamps` (
	`shard` integer PRIMARY KEY NOT NULL,
	`value` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `follows` (
	`id` text PRIMARY KEY NOT NULL,
	`product_id` text NOT NULL,
	`user_id` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `follows_user_product` ON `follows` (`user_id`,`product_id`);--> statement-breakpoint
CREATE INDEX `follows_product` ON `follows` (`product_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `follows_user` ON `follows` (`user_id`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `locations` (
	`id` text PRIMARY KEY NOT NULL,
	`parent_id` text,
	`name` text NOT NULL,
	`code` text,
	`type` text,
	`rank` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `locations_parent` ON `locations` (`parent_id`,`rank`);--> statement-breakpoint
CREATE INDEX `locations_created` ON `locations` (`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `product_attributes` (
	`product_id` text NOT NULL,
	`position` integer NOT NULL,
	`attribute_id` text NOT NULL,
	`value` text NOT NULL,
	PRIMARY KEY(`product_id`, `position`),
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `product_attributes_attribute` ON `product_attributes` (`attribute_id`,`product_id`);--> statement-breakpoint
CREATE TABLE `product_images` (
	`product_id` text NOT NULL,
	`position` integer NOT NULL,
	`attachment_id` text NOT NULL,
	PRIMARY KEY(`product_id`, `position`),
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `product_images_attachment` ON `product_images` (`attachment_id`,`product_id`);--> statement-breakpoint
CREATE TABLE `product_locations` (
	`product_id` text NOT NULL,
	`position` integer NOT NULL,
	`location_id` text NOT NULL,
	PRIMARY KEY(`product_id`, `position`),
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`location_id`) REFERENCES `locations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `product_locations_location` ON `product_locations` (`location_id`,`product_id`);--> statement-breakpoint
CREATE TABLE `product_tags` (
	`product_id` text NOT NULL,
	`position` integer NOT NULL,
	`tag` text NOT NULL,
	PRIMARY KEY(`product_id`, `position`),
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `product_tags_tag` ON `product_tags` (`tag`);--> statement-breakpoint
CREATE TABLE `rail_area_lines` (
	`area_id` text NOT NULL,
	`position` integer NOT NULL,
	`line_id` text NOT NULL,
	PRIMARY KEY(`area_id`, `position`),
	FOREIGN KEY (`area_id`) REFERENCES `rail_areas`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`line_id`) REFERENCES `rail_lines`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `rail_area_lines_line` ON `rail_area_lines` (`line_id`,`area_id`);--> statement-breakpoint
CREATE TABLE `rail_areas` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`code` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `rail_companies` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`code` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `rail_lines` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`code` text NOT NULL,
	`company_id` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`company_id`) REFERENCES `rail_companies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `rail_lines_company` ON `rail_lines` (`company_id`);--> statement-breakpoint
CREATE TABLE `rail_stations` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`code` text NOT NULL,
	`line_id` text NOT NULL,
	`area_id` text NOT NULL,
	`order_num` integer NOT NULL,
	`is_closed` integer,
	`longitude` real NOT NULL,
	`latitude` real NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`line_id`) REFERENCES `rail_lines`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`area_id`) REFERENCES `rail_areas`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `rail_stations_line` ON `rail_stations` (`line_id`,`order_num`);--> statement-breakpoint
CREATE INDEX `rail_stations_area` ON `rail_stations` (`area_id`);--> statement-breakpoint
CREATE TABLE `variant_images` (
	`variant_id` text NOT NULL,
	`position` integer NOT NULL,
	`attachment_id` text NOT NULL,
	PRIMARY KEY(`variant_id`, `position`),
	FOREIGN KEY (`variant_id`) REFERENCES `variants`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `variant_images_attachment` ON `variant_images` (`attachment_id`,`variant_id`);--> statement-breakpoint
DROP INDEX `products_category`;--> statement-breakpoint
ALTER TABLE `products` ADD `attributes` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `products` ADD `images` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `products` ADD `location_ids` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `products` ADD `variant_ids` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `products` ADD `visible_from` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `products` ADD `visible_until` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `products_organization_updated` ON `products` (`organization_id`,`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `products_organization_status` ON `products` (`organization_id`,`publication_status`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `products_updated` ON `products` (`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `products_category` ON `products` (`category_id`,`organization_id`,`visible_from`,`visible_until`);--> statement-breakpoint
DROP INDEX `variants_sku`;--> statement-breakpoint
ALTER TABLE `variants` ADD `sku_hash` text;--> statement-breakpoint
ALTER TABLE `variants` ADD `images` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `variants_sku_unique` ON `variants` (`organization_id`,`sku_hash`);--> statement-breakpoint
CREATE INDEX `variants_price` ON `variants` (`price_amount`,`product_id`);--> statement-breakpoint
CREATE INDEX `variants_sku` ON `variants` (`sku`);