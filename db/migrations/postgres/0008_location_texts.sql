ALTER TABLE "locations" ALTER COLUMN "code" SET DEFAULT '';--> statement-breakpoint
ALTER TABLE "locations" ALTER COLUMN "code" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "locations" ALTER COLUMN "type" SET DEFAULT '';--> statement-breakpoint
ALTER TABLE "locations" ALTER COLUMN "type" SET NOT NULL;