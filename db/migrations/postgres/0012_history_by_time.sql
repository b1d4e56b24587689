DROP INDEX "changes_organization";--> statement-breakpoint
DROP INDEX "changes_organization_entity";--> statement-breakpoint
DROP INDEX "changes_organization_actor";--> statement-breakpoint
CREATE INDEX "changes_at" ON "changes" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "changes_organization" ON "changes" USING btree ("organization_id","at","id");--> statement-breakpoint
CREATE INDEX "changes_organization_entity" ON "changes" USING btree ("organization_id","entity","at","id");--> statement-breakpoint
CREATE INDEX "changes_organization_actor" ON "changes" USING btree ("organization_id","actor_id","at","id");