/** Whether a Homeport has run on a data folder: opening one that is empty would make it a new installation. */
import { existsSync } from "node:fs"
import { join } from "node:path"

export const databaseIn = (dataFolder: string): boolean => existsSync(join(dataFolder, "homeport.sqlite"))
