CREATE TABLE "classifications" (
	"definition_hash" text NOT NULL,
	"classifier_version" text NOT NULL,
	"operation" text NOT NULL,
	"risk" text NOT NULL,
	"capabilities" text[] NOT NULL,
	"confidence" double precision NOT NULL,
	"classification" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "classifications_definition_hash_classifier_version_pk" PRIMARY KEY("definition_hash","classifier_version")
);
--> statement-breakpoint
CREATE TABLE "crawls" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"server_id" text collate "C" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"duration_ms" integer NOT NULL,
	"kind" text NOT NULL,
	"origin" text NOT NULL,
	"reason" text collate "C",
	"detail" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "cursors" (
	"registry" text collate "C" PRIMARY KEY NOT NULL,
	"cursor" text collate "C",
	"started_at" timestamp (3) with time zone,
	"synced_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "definitions" (
	"hash" text PRIMARY KEY NOT NULL,
	"json" text collate "C" NOT NULL,
	"first_seen_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "servers" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"registry" text collate "C" NOT NULL,
	"version" text collate "C",
	"title" text collate "C",
	"description" text collate "C",
	"repository" text collate "C",
	"status" text NOT NULL,
	"targets" text NOT NULL,
	"first_seen_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"removed_at" timestamp (3) with time zone,
	"due_at" timestamp (3) with time zone,
	"failures" integer DEFAULT 0 NOT NULL,
	"lease_owner" text,
	"lease_until" timestamp (3) with time zone,
	"last_crawl_at" timestamp (3) with time zone,
	"last_kind" text,
	"last_reason" text collate "C",
	"last_message" text collate "C",
	"first_listed_at" timestamp (3) with time zone,
	"last_listed_at" timestamp (3) with time zone,
	"listed_from" text,
	"protocol_version" text collate "C",
	"provenance" text,
	"server_info" text,
	"instructions" text collate "C",
	"prompt_count" integer,
	"resource_count" integer,
	"malformed_count" integer DEFAULT 0 NOT NULL,
	"tool_count" integer DEFAULT 0 NOT NULL,
	"tools_changed_at" timestamp (3) with time zone,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tools" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"server_id" text collate "C" NOT NULL,
	"name" text collate "C" NOT NULL,
	"definition_hash" text NOT NULL,
	"position" integer NOT NULL,
	"first_seen_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL,
	"removed_at" timestamp (3) with time zone,
	"current" boolean NOT NULL,
	"previous_hash" text,
	"renamed_from" text collate "C"
);
--> statement-breakpoint
ALTER TABLE "classifications" ADD CONSTRAINT "classifications_definition_hash_definitions_hash_fk" FOREIGN KEY ("definition_hash") REFERENCES "public"."definitions"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "crawls" ADD CONSTRAINT "crawls_server_id_servers_id_fk" FOREIGN KEY ("server_id") REFERENCES "public"."servers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tools" ADD CONSTRAINT "tools_server_id_servers_id_fk" FOREIGN KEY ("server_id") REFERENCES "public"."servers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tools" ADD CONSTRAINT "tools_definition_hash_definitions_hash_fk" FOREIGN KEY ("definition_hash") REFERENCES "public"."definitions"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tools" ADD CONSTRAINT "tools_previous_hash_definitions_hash_fk" FOREIGN KEY ("previous_hash") REFERENCES "public"."definitions"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "classifications_classifier_version_risk_index" ON "classifications" USING btree ("classifier_version","risk");--> statement-breakpoint
CREATE UNIQUE INDEX "crawls_server_id_at_index" ON "crawls" USING btree ("server_id","at");--> statement-breakpoint
CREATE INDEX "crawls_at_index" ON "crawls" USING btree ("at");--> statement-breakpoint
CREATE INDEX "servers_due_at_index" ON "servers" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "servers_registry_index" ON "servers" USING btree ("registry");--> statement-breakpoint
CREATE INDEX "servers_changed_at_index" ON "servers" USING btree ("changed_at");--> statement-breakpoint
CREATE INDEX "servers_last_kind_index" ON "servers" USING btree ("last_kind");--> statement-breakpoint
CREATE INDEX "tools_definition_hash_index" ON "tools" USING btree ("definition_hash");--> statement-breakpoint
CREATE INDEX "tools_server_id_current_index" ON "tools" USING btree ("server_id","current");--> statement-breakpoint
CREATE INDEX "tools_changed_index" ON "tools" USING btree ("first_seen_at") WHERE "tools"."previous_hash" is not null;