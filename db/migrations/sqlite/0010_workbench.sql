CREATE TABLE `list_preferences` (
	`user_id` text NOT NULL,
	`list` text NOT NULL,
	`state` text NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `list`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `saved_views` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`list` text NOT NULL,
	`name` text NOT NULL,
	`scope` text NOT NULL,
	`owner_id` text NOT NULL,
	`is_default` integer DEFAULT false NOT NULL,
	`position` integer NOT NULL,
	`state` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`owner_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `saved_views_list` ON `saved_views` (`organization_id`,`list`,`position`,`id`);--> statement-breakpoint
ALTER TABLE `order_notes` ADD `deleted_at` integer;--> statement-breakpoint
CREATE INDEX `changes_organization_entity` ON `changes` (`organization_id`,`entity`,`id`);--> statement-breakpoint
CREATE INDEX `changes_organization_actor` ON `changes` (`organization_id`,`actor_id`,`id`);--> statement-breakpoint
CREATE INDEX `changes_request` ON `changes` (`request_id`);