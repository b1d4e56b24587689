CREATE TABLE "customers" (
	"id" bigint PRIMARY KEY NOT NULL,
	"organization_id" text collate "C" NOT NULL,
	"user_id" text collate "C",
	"external_reference" text collate "C",
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "legal_entities" (
	"organization_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"name" text collate "C" NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "legal_entities_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "legal_entity_members" (
	"organization_id" text collate "C" NOT NULL,
	"legal_entity_id" text collate "C" NOT NULL,
	"user_id" text collate "C" NOT NULL,
	CONSTRAINT "legal_entity_members_organization_id_legal_entity_id_user_id_pk" PRIMARY KEY("organization_id","legal_entity_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "restriction_holders" (
	"organization_id" text collate "C" NOT NULL,
	"restriction" text collate "C" NOT NULL,
	"user_id" text collate "C" NOT NULL,
	CONSTRAINT "restriction_holders_organization_id_restriction_user_id_pk" PRIMARY KEY("organization_id","restriction","user_id")
);
--> statement-breakpoint
ALTER TABLE "customers" ADD CONSTRAINT "customers_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal_entities" ADD CONSTRAINT "legal_entities_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal_entity_members" ADD CONSTRAINT "legal_entity_members_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "restriction_holders" ADD CONSTRAINT "restriction_holders_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "customers_user" ON "customers" USING btree ("organization_id","user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "customers_reference" ON "customers" USING btree ("organization_id","external_reference");--> statement-breakpoint
CREATE INDEX "legal_entity_members_user" ON "legal_entity_members" USING btree ("user_id","organization_id");--> statement-breakpoint
CREATE INDEX "restriction_holders_user" ON "restriction_holders" USING btree ("user_id","organization_id");