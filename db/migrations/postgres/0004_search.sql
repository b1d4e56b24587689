CREATE TABLE order_search (number bigint PRIMARY KEY, tokens tsvector NOT NULL);
--> statement-breakpoint
CREATE INDEX order_search_tokens ON order_search USING gin (tokens);
--> statement-breakpoint
CREATE TABLE product_search (number bigint PRIMARY KEY, tokens tsvector NOT NULL);
--> statement-breakpoint
CREATE INDEX product_search_tokens ON product_search USING gin (tokens);
