CREATE TABLE `customers` (
	`id` integer PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`user_id` text,
	`external_reference` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `customers_user` ON `customers` (`organization_id`,`user_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `customers_reference` ON `customers` (`organization_id`,`external_reference`);--> statement-breakpoint
CREATE TABLE `legal_entities` (
	`organization_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`organization_id`, `id`),
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `legal_entity_members` (
	`organization_id` text NOT NULL,
	`legal_entity_id` text NOT NULL,
	`user_id` text NOT NULL,
	PRIMARY KEY(`organization_id`, `legal_entity_id`, `user_id`),
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `legal_entity_members_user` ON `legal_entity_members` (`user_id`,`organization_id`);--> statement-breakpoint
CREATE TABLE `restriction_holders` (
	`organization_id` text NOT NULL,
	`restriction` text NOT NULL,
	`user_id` text NOT NULL,
	PRIMARY KEY(`organization_id`, `restriction`, `user_id`),
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `restriction_holders_user` ON `restriction_holders` (`user_id`,`organization_id`);