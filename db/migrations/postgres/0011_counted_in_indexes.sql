DROP INDEX "orders_organization_created";--> statement-breakpoint
DROP INDEX "orders_organization_status";--> statement-breakpoint
CREATE INDEX "orders_organization_created" ON "orders" USING btree ("organization_id","created_at","id","master_order_id","status","total_price");--> statement-breakpoint
CREATE INDEX "orders_organization_status" ON "orders" USING btree ("organization_id","status","created_at","id","master_order_id");