CREATE TABLE "order_contests" (
	"id" bigint PRIMARY KEY NOT NULL,
	"order_id" text collate "C" NOT NULL,
	"organization_id" text collate "C" NOT NULL,
	"order_version" integer NOT NULL,
	"message" text collate "C" NOT NULL,
	"from_operator" boolean NOT NULL,
	"status" text collate "C" NOT NULL,
	"original_total_price" bigint NOT NULL,
	"contested_total_price" bigint NOT NULL,
	"reviewed_total_price" bigint,
	"items" json NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"deleted_at" bigint
);
--> statement-breakpoint
CREATE TABLE "order_payments" (
	"order_id" text collate "C" PRIMARY KEY NOT NULL,
	"organization_id" text collate "C" NOT NULL,
	"transaction_id" text collate "C",
	"provider" text collate "C",
	"method" text collate "C",
	"authorized_amount" bigint DEFAULT 0 NOT NULL,
	"paid_amount" bigint DEFAULT 0 NOT NULL,
	"refunded_amount" bigint DEFAULT 0 NOT NULL,
	"try_refund_times" integer DEFAULT 0 NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "order_shipments" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"order_id" text collate "C" NOT NULL,
	"organization_id" text collate "C" NOT NULL,
	"carrier" text collate "C" NOT NULL,
	"tracking_number" text collate "C",
	"lines" json NOT NULL,
	"shipped_at" bigint NOT NULL,
	"expected_at" bigint,
	"delivered_at" bigint
);
--> statement-breakpoint
CREATE TABLE "order_vendor_metadata" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"order_id" text collate "C" NOT NULL,
	"organization_id" text collate "C" NOT NULL,
	"order_version" integer NOT NULL,
	"vendor" text collate "C" NOT NULL,
	"type" text collate "C" NOT NULL,
	"value" text collate "C" NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "order_lines" ADD COLUMN "product_number" bigint;--> statement-breakpoint
ALTER TABLE "order_lines" ADD COLUMN "product_code" text collate "C";--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "customer_reference" text collate "C";--> statement-breakpoint
ALTER TABLE "order_contests" ADD CONSTRAINT "order_contests_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_payments" ADD CONSTRAINT "order_payments_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_shipments" ADD CONSTRAINT "order_shipments_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_vendor_metadata" ADD CONSTRAINT "order_vendor_metadata_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "order_contests_order" ON "order_contests" USING btree ("order_id","id");--> statement-breakpoint
CREATE INDEX "order_contests_organization" ON "order_contests" USING btree ("organization_id","id");--> statement-breakpoint
CREATE INDEX "order_payments_transaction" ON "order_payments" USING btree ("transaction_id");--> statement-breakpoint
CREATE INDEX "order_shipments_order" ON "order_shipments" USING btree ("order_id","id");--> statement-breakpoint
CREATE INDEX "order_vendor_metadata_order" ON "order_vendor_metadata" USING btree ("order_id","id");