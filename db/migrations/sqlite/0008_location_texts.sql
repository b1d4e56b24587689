PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_locations` (
	`id` text PRIMARY KEY NOT NULL,
	`parent_id` text,
	`name` text NOT NULL,
	`code` text DEFAULT '' NOT NULL,
	`type` text DEFAULT '' NOT NULL,
	`rank` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
INSERT INTO `__new_locations`("id", "parent_id", "name", "code", "type", "rank", "version", "created_at", "updated_at") SELECT "id", "parent_id", "name", "code", "type", "rank", "version", "created_at", "updated_at" FROM `locations`;--> statement-breakpoint
DROP TABLE `locations`;--> statement-breakpoint
ALTER TABLE `__new_locations` RENAME TO `locations`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `locations_parent` ON `locations` (`parent_id`,`rank`);--> statement-breakpoint
CREATE INDEX `locations_created` ON `locations` (`created_at`,`id`);