ALTER TABLE "attachments" ADD COLUMN "name" text collate "C" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "attachments" ADD COLUMN "uploaded_by_id" text collate "C";--> statement-breakpoint
ALTER TABLE "attachments" ADD COLUMN "uploaded_by_name" text collate "C" DEFAULT '' NOT NULL;--> statement-breakpoint
UPDATE "attachments" SET
	"uploaded_by_id" = (SELECT "actor_id" FROM "changes" WHERE "entity" = 'attachment' AND "entity_id" = "attachments"."id" AND "operation" = 'create' LIMIT 1),
	"uploaded_by_name" = coalesce((SELECT "actor_name" FROM "changes" WHERE "entity" = 'attachment' AND "entity_id" = "attachments"."id" AND "operation" = 'create' LIMIT 1), '');
