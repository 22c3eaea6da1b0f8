import { expect, onTestFinished, test } from "vitest"
import { createAdminLog } from "./admin-log.ts"
import { migrate } from "./migrate.ts"
import { openDatabase } from "./sqlite.ts"

test("the oldest entries go when there are too many, and their numbers are not given again", () => {
  const database = openDatabase(":memory:", "normal")
  onTestFinished(() => database.close())
  migrate(database)
  const log = createAdminLog(database, 3)
  for (let at = 1; at <= 5; at++) log.add({ at, by: "Ada", address: null, cause: null, items: [] })
  expect(log.list({ limit: 9 })).toMatchObject({ total: 3, rows: [{ id: 5 }, { id: 4 }, { id: 3 }] })
  expect(log.list({ limit: 1, beyond: 5 }).rows).toMatchObject([{ id: 4 }])
})
