/** What main tells the engine when a global key was pressed. */
import { z } from 'zod';
import { hotkeys } from './bridge.ts';

export const hotkeySchema = z.enum(hotkeys);
