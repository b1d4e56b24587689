DROP INDEX "order_lines_sku";--> statement-breakpoint
CREATE INDEX "order_lines_sku" ON "order_lines" USING hash ("sku");