import { database } from '../store/database.ts'

// A private window's own, which is empty, is opened too: to learn which window this is takes longer.
void database().catch(() => undefined)
