CREATE TABLE "categories" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"parent_id" text collate "C",
	"name" text collate "C" NOT NULL,
	"description" text collate "C" DEFAULT '' NOT NULL,
	"status" text collate "C" DEFAULT 'ACTIVE' NOT NULL,
	"sequence" double precision DEFAULT 0 NOT NULL,
	"rank" text collate "C" DEFAULT '' NOT NULL,
	"icon" json,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "products" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"number" bigint NOT NULL,
	"external_code" text collate "C",
	"organization_id" text collate "C" NOT NULL,
	"category_id" text collate "C",
	"name" text collate "C" NOT NULL,
	"description" text collate "C" DEFAULT '' NOT NULL,
	"dimensions" text collate "C" DEFAULT '' NOT NULL,
	"variant_note" text collate "C" DEFAULT '' NOT NULL,
	"additional_information" text collate "C" DEFAULT '' NOT NULL,
	"longitude" double precision,
	"latitude" double precision,
	"is_promoted" boolean DEFAULT false NOT NULL,
	"tags" json NOT NULL,
	"features" json NOT NULL,
	"address_line1" text collate "C" DEFAULT '' NOT NULL,
	"address_line2" text collate "C" DEFAULT '' NOT NULL,
	"address_line3" text collate "C" DEFAULT '' NOT NULL,
	"postal_code" text collate "C" DEFAULT '' NOT NULL,
	"publication_status" text collate "C" DEFAULT 'DRAFT' NOT NULL,
	"publication_since" bigint,
	"publication_until" bigint,
	"published_at" bigint,
	"published_by" text collate "C",
	"custom_fields" json NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "variants" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"product_id" text collate "C" NOT NULL,
	"organization_id" text collate "C" NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"sku" text collate "C",
	"title" text collate "C" NOT NULL,
	"description" text collate "C" DEFAULT '' NOT NULL,
	"price_amount" bigint NOT NULL,
	"price_taxable" boolean DEFAULT false NOT NULL,
	"price_tax_included" boolean DEFAULT false NOT NULL,
	"custom_fields" json NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "api_keys" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"organization_id" text collate "C",
	"name" text collate "C" NOT NULL,
	"hash" text collate "C" NOT NULL,
	"hint" text collate "C" NOT NULL,
	"scopes" json NOT NULL,
	"expires_at" bigint,
	"revoked_at" bigint,
	"last_used_at" bigint,
	"created_by" text collate "C",
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"organization_id" text collate "C" NOT NULL,
	"user_id" text collate "C" NOT NULL,
	"role" text collate "C" NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "memberships_organization_id_user_id_pk" PRIMARY KEY("organization_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "organizations" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"name" text collate "C" NOT NULL,
	"description" text collate "C" DEFAULT '' NOT NULL,
	"slug" text collate "C" NOT NULL,
	"store_number" integer NOT NULL,
	"country" text collate "C" DEFAULT 'JP' NOT NULL,
	"currency" text collate "C" DEFAULT 'JPY' NOT NULL,
	"tax_rate_basis_points" integer DEFAULT 1000 NOT NULL,
	"time_zone" text collate "C" DEFAULT 'Asia/Tokyo' NOT NULL,
	"status" text collate "C" DEFAULT 'normal' NOT NULL,
	"restrictions" json NOT NULL,
	"sync_restrictions_with_site_codes" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"user_id" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	"label" text collate "C",
	"fingerprint_hash" text collate "C",
	"user_agent" text collate "C",
	"expires_at" bigint NOT NULL,
	"revoked_at" bigint,
	"last_used_at" bigint NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_failures" (
	"subject" text collate "C" NOT NULL,
	"failed_at" bigint NOT NULL,
	"id" text collate "C" PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tokens" (
	"hash" text collate "C" PRIMARY KEY NOT NULL,
	"session_id" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	"expires_at" bigint NOT NULL,
	"used_at" bigint,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"email" text collate "C" NOT NULL,
	"name" text collate "C" NOT NULL,
	"password_hash" text collate "C",
	"type_id" text collate "C" DEFAULT '001' NOT NULL,
	"email_verified_at" bigint,
	"disabled_at" bigint,
	"preferences" json NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "order_counters" (
	"organization_id" text collate "C" NOT NULL,
	"status" text collate "C" NOT NULL,
	"shard" integer NOT NULL,
	"count" bigint NOT NULL,
	CONSTRAINT "order_counters_organization_id_status_shard_pk" PRIMARY KEY("organization_id","status","shard")
);
--> statement-breakpoint
CREATE TABLE "order_lines" (
	"id" bigint PRIMARY KEY NOT NULL,
	"order_id" text collate "C" NOT NULL,
	"organization_id" text collate "C" NOT NULL,
	"position" integer NOT NULL,
	"product_id" text collate "C" NOT NULL,
	"product_name" text collate "C" NOT NULL,
	"variant_id" text collate "C" NOT NULL,
	"variant_title" text collate "C" NOT NULL,
	"sku" text collate "C" NOT NULL,
	"price_amount" bigint NOT NULL,
	"taxable" boolean NOT NULL,
	"tax_included" boolean NOT NULL,
	"quantity" integer NOT NULL,
	"tax_amount" bigint NOT NULL,
	"origin" text collate "C" DEFAULT 'ORIGINAL' NOT NULL,
	"removed" boolean DEFAULT false NOT NULL,
	"vendor_id" text collate "C",
	"details" json
);
--> statement-breakpoint
CREATE TABLE "order_notes" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"order_id" text collate "C" NOT NULL,
	"organization_id" text collate "C" NOT NULL,
	"body" text collate "C" NOT NULL,
	"author_id" text collate "C",
	"author_name" text collate "C" NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "orders" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"number" bigint NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"organization_id" text collate "C" NOT NULL,
	"status" text collate "C" NOT NULL,
	"placement" text collate "C" DEFAULT 'PLACED' NOT NULL,
	"payment_status" text collate "C" DEFAULT 'NOT_PAID' NOT NULL,
	"fulfillment_status" text collate "C" DEFAULT 'UNFULFILLED' NOT NULL,
	"dispute_status" text collate "C" DEFAULT 'NONE' NOT NULL,
	"cancel_reason" text collate "C",
	"currency" text collate "C" NOT NULL,
	"tax_rate_basis_points" integer NOT NULL,
	"subtotal_price" bigint NOT NULL,
	"total_tax" bigint NOT NULL,
	"total_price" bigint NOT NULL,
	"line_items" json NOT NULL,
	"custom_fields" json NOT NULL,
	"cart_id" text collate "C",
	"checkout_id" text collate "C",
	"user_id" text collate "C",
	"created_by" text collate "C",
	"customer_id" bigint,
	"customer_name" text collate "C" NOT NULL,
	"customer_name_kana" text collate "C" DEFAULT '' NOT NULL,
	"customer_address_line1" text collate "C" DEFAULT '' NOT NULL,
	"customer_address_line2" text collate "C",
	"customer_address_line3" text collate "C",
	"customer_phone" text collate "C" DEFAULT '' NOT NULL,
	"customer_email" text collate "C" DEFAULT '' NOT NULL,
	"customer_age" text collate "C",
	"customer_preferred_contact_method" text collate "C",
	"customer_preferred_time_to_contact" text collate "C",
	"legal_entity_id" text collate "C",
	"site_code" text collate "C",
	"restriction" text collate "C",
	"quote_id" text collate "C",
	"channel" json,
	"mixins" json,
	"shipping_address" json,
	"billing_address" json,
	"payment_method_id" text collate "C",
	"external_id" text collate "C",
	"external_status" text collate "C" DEFAULT 'ok' NOT NULL,
	"transaction_id" bigint,
	"extra_text" text collate "C" DEFAULT '' NOT NULL,
	"notification_sent_at" bigint,
	"split_kind" text collate "C",
	"master_order_id" text collate "C",
	"split_by" text collate "C",
	"split_value" text collate "C",
	"vendor_id" text collate "C",
	"placed_at" bigint,
	"paid_at" bigint,
	"delivered_at" bigint,
	"completed_at" bigint,
	"closed_at" bigint,
	"canceled_at" bigint,
	"last_status_change_at" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "changes" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"organization_id" text collate "C",
	"entity" text collate "C" NOT NULL,
	"entity_id" text collate "C" NOT NULL,
	"version" integer NOT NULL,
	"operation" text collate "C" NOT NULL,
	"surface" text collate "C" NOT NULL,
	"actor_kind" text collate "C" NOT NULL,
	"actor_id" text collate "C",
	"actor_name" text collate "C" NOT NULL,
	"fields" json NOT NULL,
	"request_id" text collate "C",
	"batch_id" text collate "C",
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idempotency_records" (
	"caller" text collate "C" NOT NULL,
	"key" text collate "C" NOT NULL,
	"request_hash" text collate "C" NOT NULL,
	"status" integer NOT NULL,
	"headers" json NOT NULL,
	"body" text collate "C",
	"expires_at" bigint NOT NULL,
	CONSTRAINT "idempotency_records_caller_key_pk" PRIMARY KEY("caller","key")
);
--> statement-breakpoint
CREATE TABLE "sequences" (
	"name" text collate "C" PRIMARY KEY NOT NULL,
	"value" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "products" ADD CONSTRAINT "products_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "products" ADD CONSTRAINT "products_category_id_categories_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."categories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "variants" ADD CONSTRAINT "variants_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tokens" ADD CONSTRAINT "tokens_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_counters" ADD CONSTRAINT "order_counters_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_notes" ADD CONSTRAINT "order_notes_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "categories_parent" ON "categories" USING btree ("parent_id","sequence","rank");--> statement-breakpoint
CREATE INDEX "categories_created" ON "categories" USING btree ("created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "products_number" ON "products" USING btree ("number");--> statement-breakpoint
CREATE UNIQUE INDEX "products_external_code" ON "products" USING btree ("organization_id","external_code");--> statement-breakpoint
CREATE INDEX "products_organization" ON "products" USING btree ("organization_id","created_at","id");--> statement-breakpoint
CREATE INDEX "products_category" ON "products" USING btree ("category_id","publication_status");--> statement-breakpoint
CREATE INDEX "products_created" ON "products" USING btree ("created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "variants_sku" ON "variants" USING btree ("organization_id","sku");--> statement-breakpoint
CREATE INDEX "variants_product" ON "variants" USING btree ("product_id","position","id");--> statement-breakpoint
CREATE UNIQUE INDEX "api_keys_hash" ON "api_keys" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "api_keys_organization" ON "api_keys" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "memberships_user" ON "memberships" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "organizations_slug" ON "organizations" USING btree ("slug");--> statement-breakpoint
CREATE UNIQUE INDEX "organizations_store" ON "organizations" USING btree ("store_number");--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sign_in_failures_subject" ON "sign_in_failures" USING btree ("subject","failed_at");--> statement-breakpoint
CREATE INDEX "tokens_session" ON "tokens" USING btree ("session_id");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email" ON "users" USING btree ("email");--> statement-breakpoint
CREATE INDEX "order_lines_order" ON "order_lines" USING btree ("order_id","position");--> statement-breakpoint
CREATE INDEX "order_lines_product" ON "order_lines" USING btree ("organization_id","product_id","order_id");--> statement-breakpoint
CREATE INDEX "order_lines_sku" ON "order_lines" USING btree ("organization_id","sku","order_id");--> statement-breakpoint
CREATE INDEX "order_notes_order" ON "order_notes" USING btree ("order_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "orders_number" ON "orders" USING btree ("number");--> statement-breakpoint
CREATE INDEX "orders_created" ON "orders" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "orders_user" ON "orders" USING btree ("user_id","created_at","id");--> statement-breakpoint
CREATE INDEX "orders_organization_created" ON "orders" USING btree ("organization_id","created_at","id");--> statement-breakpoint
CREATE INDEX "orders_organization_status" ON "orders" USING btree ("organization_id","status","created_at","id");--> statement-breakpoint
CREATE INDEX "orders_organization_updated" ON "orders" USING btree ("organization_id","updated_at","id");--> statement-breakpoint
CREATE INDEX "orders_organization_total" ON "orders" USING btree ("organization_id","total_price","id");--> statement-breakpoint
CREATE INDEX "orders_organization_number" ON "orders" USING btree ("organization_id","number");--> statement-breakpoint
CREATE INDEX "orders_organization_customer" ON "orders" USING btree ("organization_id","customer_name","id");--> statement-breakpoint
CREATE INDEX "orders_organization_payment" ON "orders" USING btree ("organization_id","payment_status","created_at","id");--> statement-breakpoint
CREATE INDEX "orders_organization_fulfillment" ON "orders" USING btree ("organization_id","fulfillment_status","created_at","id");--> statement-breakpoint
CREATE INDEX "orders_legal_entity" ON "orders" USING btree ("organization_id","legal_entity_id","created_at");--> statement-breakpoint
CREATE INDEX "orders_master" ON "orders" USING btree ("master_order_id");--> statement-breakpoint
CREATE INDEX "orders_external" ON "orders" USING btree ("external_id");--> statement-breakpoint
CREATE INDEX "changes_entity" ON "changes" USING btree ("entity","entity_id","version");--> statement-breakpoint
CREATE INDEX "changes_organization" ON "changes" USING btree ("organization_id","id");--> statement-breakpoint
CREATE INDEX "changes_batch" ON "changes" USING btree ("batch_id");--> statement-breakpoint
CREATE INDEX "idempotency_records_expiry" ON "idempotency_records" USING btree ("expires_at");