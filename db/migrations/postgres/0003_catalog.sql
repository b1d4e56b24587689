CREATE TABLE "attachments" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"organization_id" text collate "C" NOT NULL,
	"object_id" text collate "C" NOT NULL,
	"hash" text collate "C" NOT NULL,
	"type" text collate "C" NOT NULL,
	"size" integer NOT NULL,
	"width" integer,
	"height" integer,
	"is_public" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "stored_files" (
	"hash" text collate "C" PRIMARY KEY NOT NULL,
	"size" integer NOT NULL,
	"type" text collate "C" NOT NULL,
	"width" integer,
	"height" integer,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "uploads" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"organization_id" text collate "C" NOT NULL,
	"type" text collate "C" NOT NULL,
	"hash" text collate "C",
	"used_at" bigint NOT NULL,
	"attachment_id" text collate "C"
);
--> statement-breakpoint
CREATE TABLE "attributes" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"name" text collate "C" NOT NULL,
	"type" text collate "C" NOT NULL,
	"order" double precision DEFAULT 0 NOT NULL,
	"group_name" text collate "C",
	"category_ids" json NOT NULL,
	"items" json NOT NULL,
	"item_groups" json NOT NULL,
	"custom_fields" json NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "catalog_stamps" (
	"shard" integer PRIMARY KEY NOT NULL,
	"value" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "follows" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"product_id" text collate "C" NOT NULL,
	"user_id" text collate "C" NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "locations" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"parent_id" text collate "C",
	"name" text collate "C" NOT NULL,
	"code" text collate "C",
	"type" text collate "C",
	"rank" text collate "C" DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "product_attributes" (
	"product_id" text collate "C" NOT NULL,
	"position" integer NOT NULL,
	"attribute_id" text collate "C" NOT NULL,
	"value" json NOT NULL,
	CONSTRAINT "product_attributes_product_id_position_pk" PRIMARY KEY("product_id","position")
);
--> statement-breakpoint
CREATE TABLE "product_images" (
	"product_id" text collate "C" NOT NULL,
	"position" integer NOT NULL,
	"attachment_id" text collate "C" NOT NULL,
	CONSTRAINT "product_images_product_id_position_pk" PRIMARY KEY("product_id","position")
);
--> statement-breakpoint
CREATE TABLE "product_locations" (
	"product_id" text collate "C" NOT NULL,
	"position" integer NOT NULL,
	"location_id" text collate "C" NOT NULL,
	CONSTRAINT "product_locations_product_id_position_pk" PRIMARY KEY("product_id","position")
);
--> statement-breakpoint
CREATE TABLE "product_tags" (
	"product_id" text collate "C" NOT NULL,
	"position" integer NOT NULL,
	"tag" text collate "C" NOT NULL,
	CONSTRAINT "product_tags_product_id_position_pk" PRIMARY KEY("product_id","position")
);
--> statement-breakpoint
CREATE TABLE "rail_area_lines" (
	"area_id" text collate "C" NOT NULL,
	"position" integer NOT NULL,
	"line_id" text collate "C" NOT NULL,
	CONSTRAINT "rail_area_lines_area_id_position_pk" PRIMARY KEY("area_id","position")
);
--> statement-breakpoint
CREATE TABLE "rail_areas" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"name" text collate "C" NOT NULL,
	"code" text collate "C" NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rail_companies" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"name" text collate "C" NOT NULL,
	"code" text collate "C" NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rail_lines" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"name" text collate "C" NOT NULL,
	"code" text collate "C" NOT NULL,
	"company_id" text collate "C" NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rail_stations" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"name" text collate "C" NOT NULL,
	"code" text collate "C" NOT NULL,
	"line_id" text collate "C" NOT NULL,
	"area_id" text collate "C" NOT NULL,
	"order_num" integer NOT NULL,
	"is_closed" boolean,
	"longitude" double precision NOT NULL,
	"latitude" double precision NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "variant_images" (
	"variant_id" text collate "C" NOT NULL,
	"position" integer NOT NULL,
	"attachment_id" text collate "C" NOT NULL,
	CONSTRAINT "variant_images_variant_id_position_pk" PRIMARY KEY("variant_id","position")
);
--> statement-breakpoint
DROP INDEX "products_category";--> statement-breakpoint
DROP INDEX "variants_sku";--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "attributes" json DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "images" json DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "location_ids" json DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "variant_ids" json DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "visible_from" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "visible_until" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "variants" ADD COLUMN "sku_hash" text collate "C";--> statement-breakpoint
ALTER TABLE "variants" ADD COLUMN "images" json DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_hash_stored_files_hash_fk" FOREIGN KEY ("hash") REFERENCES "public"."stored_files"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "uploads" ADD CONSTRAINT "uploads_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "uploads" ADD CONSTRAINT "uploads_hash_stored_files_hash_fk" FOREIGN KEY ("hash") REFERENCES "public"."stored_files"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follows" ADD CONSTRAINT "follows_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_attributes" ADD CONSTRAINT "product_attributes_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_images" ADD CONSTRAINT "product_images_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_locations" ADD CONSTRAINT "product_locations_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_locations" ADD CONSTRAINT "product_locations_location_id_locations_id_fk" FOREIGN KEY ("location_id") REFERENCES "public"."locations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_tags" ADD CONSTRAINT "product_tags_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rail_area_lines" ADD CONSTRAINT "rail_area_lines_area_id_rail_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."rail_areas"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rail_area_lines" ADD CONSTRAINT "rail_area_lines_line_id_rail_lines_id_fk" FOREIGN KEY ("line_id") REFERENCES "public"."rail_lines"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rail_lines" ADD CONSTRAINT "rail_lines_company_id_rail_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."rail_companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rail_stations" ADD CONSTRAINT "rail_stations_line_id_rail_lines_id_fk" FOREIGN KEY ("line_id") REFERENCES "public"."rail_lines"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rail_stations" ADD CONSTRAINT "rail_stations_area_id_rail_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."rail_areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "variant_images" ADD CONSTRAINT "variant_images_variant_id_variants_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."variants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "attachments_object" ON "attachments" USING btree ("object_id");--> statement-breakpoint
CREATE INDEX "attachments_organization" ON "attachments" USING btree ("organization_id","created_at","id");--> statement-breakpoint
CREATE INDEX "attachments_created" ON "attachments" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "attachments_hash" ON "attachments" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "uploads_used" ON "uploads" USING btree ("used_at");--> statement-breakpoint
CREATE INDEX "uploads_hash" ON "uploads" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "attributes_created" ON "attributes" USING btree ("created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "follows_user_product" ON "follows" USING btree ("user_id","product_id");--> statement-breakpoint
CREATE INDEX "follows_product" ON "follows" USING btree ("product_id","created_at","id");--> statement-breakpoint
CREATE INDEX "follows_user" ON "follows" USING btree ("user_id","created_at","id");--> statement-breakpoint
CREATE INDEX "locations_parent" ON "locations" USING btree ("parent_id","rank");--> statement-breakpoint
CREATE INDEX "locations_created" ON "locations" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "product_attributes_attribute" ON "product_attributes" USING btree ("attribute_id","product_id");--> statement-breakpoint
CREATE INDEX "product_images_attachment" ON "product_images" USING btree ("attachment_id","product_id");--> statement-breakpoint
CREATE INDEX "product_locations_location" ON "product_locations" USING btree ("location_id","product_id");--> statement-breakpoint
CREATE INDEX "product_tags_tag" ON "product_tags" USING hash ("tag");--> statement-breakpoint
CREATE INDEX "rail_area_lines_line" ON "rail_area_lines" USING btree ("line_id","area_id");--> statement-breakpoint
CREATE INDEX "rail_lines_company" ON "rail_lines" USING btree ("company_id");--> statement-breakpoint
CREATE INDEX "rail_stations_line" ON "rail_stations" USING btree ("line_id","order_num");--> statement-breakpoint
CREATE INDEX "rail_stations_area" ON "rail_stations" USING btree ("area_id");--> statement-breakpoint
CREATE INDEX "variant_images_attachment" ON "variant_images" USING btree ("attachment_id","variant_id");--> statement-breakpoint
CREATE INDEX "products_organization_updated" ON "products" USING btree ("organization_id","updated_at","id");--> statement-breakpoint
CREATE INDEX "products_organization_status" ON "products" USING btree ("organization_id","publication_status","created_at","id");--> statement-breakpoint
CREATE INDEX "products_updated" ON "products" USING btree ("updated_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "variants_sku_unique" ON "variants" USING btree ("organization_id","sku_hash");--> statement-breakpoint
CREATE INDEX "variants_price" ON "variants" USING btree ("price_amount","product_id");--> statement-breakpoint
CREATE INDEX "products_category" ON "products" USING btree ("category_id","organization_id","visible_from","visible_until");--> statement-breakpoint
CREATE INDEX "variants_sku" ON "variants" USING hash ("sku");