DROP INDEX `changes_organization`;--> statement-breakpoint
DROP INDEX `changes_organization_entity`;--> statement-breakpoint
CREATE INDEX `changes_organization` ON `changes` (`organization_id`,`at`,`id`,`operation`);--> statement-breakpoint
CREATE INDEX `changes_organization_entity` ON `changes` (`organization_id`,`entity`,`at`,`id`,`operation`);