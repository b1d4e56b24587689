ALTER TABLE `attachments` ADD `name` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `attachments` ADD `uploaded_by_id` text;--> statement-breakpoint
ALTER TABLE `attachments` ADD `uploaded_by_name` text DEFAULT '' NOT NULL;--> statement-breakpoint
UPDATE "attachments" SET
	"uploaded_by_id" = (SELECT "actor_id" FROM "changes" WHERE "entity" = 'attachment' AND "entity_id" = "attachments"."id" AND "operation" = 'create' LIMIT 1),
	"uploaded_by_name" = coalesce((SELECT "actor_name" FROM "changes" WHERE "entity" = 'attachment' AND "entity_id" = "attachments"."id" AND "operation" = 'create' LIMIT 1), '');
