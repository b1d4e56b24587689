DROP INDEX `changes_organization`;--> statement-breakpoint
DROP INDEX `changes_organization_entity`;--> statement-breakpoint
DROP INDEX `changes_organization_actor`;--> statement-breakpoint
CREATE INDEX `changes_at` ON `changes` (`at`,`id`);--> statement-breakpoint
CREATE INDEX `changes_organization` ON `changes` (`organization_id`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `changes_organization_entity` ON `changes` (`organization_id`,`entity`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `changes_organization_actor` ON `changes` (`organization_id`,`actor_id`,`at`,`id`);