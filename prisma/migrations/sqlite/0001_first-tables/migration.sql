-- CreateTable
CREATE TABLE "log" (
    "revision" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "commit_id" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "events" TEXT NOT NULL,
    "previous" INTEGER,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    CONSTRAINT "log_previous_previous_hash_fkey" FOREIGN KEY ("previous", "previous_hash") REFERENCES "log" ("revision", "hash") ON DELETE NO ACTION ON UPDATE NO ACTION
);

-- CreateTable
CREATE TABLE "state" (
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "doc" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,

    PRIMARY KEY ("kind", "key")
);

-- CreateTable
CREATE TABLE "outbox" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "revision" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "item" TEXT NOT NULL,
    "due_at" BIGINT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT NOT NULL DEFAULT ''
);

-- CreateTable
CREATE TABLE "message_ref" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "channel" TEXT NOT NULL,
    "ts" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "lease" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "holder" TEXT NOT NULL,
    "expires_at" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "person" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "facts" TEXT NOT NULL,
    "checked_at" BIGINT NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "log_commit_id_key" ON "log"("commit_id");

-- CreateIndex
CREATE UNIQUE INDEX "log_revision_hash_key" ON "log"("revision", "hash");

-- CreateIndex
CREATE INDEX "outbox_revision_position_idx" ON "outbox"("revision", "position");
