DROP INDEX "changes_organization";--> statement-breakpoint
DROP INDEX "changes_organization_entity";--> statement-breakpoint
CREATE INDEX "changes_organization" ON "changes" USING btree ("organization_id","at","id","operation");--> statement-breakpoint
CREATE INDEX "changes_organization_entity" ON "changes" USING btree ("organization_id","entity","at","id","operation");