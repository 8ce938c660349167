ALTER TABLE "servers" ADD COLUMN "host" text collate "C";--> statement-breakpoint
CREATE INDEX "servers_host_index" ON "servers" USING btree ("host") WHERE "servers"."lease_until" is not null;