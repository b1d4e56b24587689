CREATE SEQUENCE "order_number" START WITH 100000001;
--> statement-breakpoint
CREATE SEQUENCE "order_line_number" START WITH 1;
--> statement-breakpoint
CREATE SEQUENCE "product_number" START WITH 1000001;
--> statement-breakpoint
CREATE SEQUENCE "customer_number" START WITH 1000001;
