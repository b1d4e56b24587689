CREATE VIRTUAL TABLE order_search USING fts5(tokens, content='', contentless_delete=1, tokenize='ascii');
--> statement-breakpoint
CREATE VIRTUAL TABLE product_search USING fts5(tokens, content='', contentless_delete=1, tokenize='ascii');
