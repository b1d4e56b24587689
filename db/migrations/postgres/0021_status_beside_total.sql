DROP INDEX "orders_organization_total";--> statement-breakpoint
CREATE INDEX "orders_organization_total" ON "orders" USING btree ("organization_id","total_price","id","master_order_id","status");