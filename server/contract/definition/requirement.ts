import { z } from 'zod';
import { LocalText } from '../text.ts';
import { Expression } from '../duration.ts';

/** What must hold before something is done, and what is said where it does not. */
export const Requirement = z.strictObject({
  expr: Expression,
  message: LocalText,
});
export type Requirement = z.infer<typeof Requirement>;

/** The same of an action, which somebody takes and can be warned about. */
export const ActionRequirement = z.strictObject({
  ...Requirement.shape,
  severity: z.enum(['error', 'warning']).optional(),
});
export type ActionRequirement = z.infer<typeof ActionRequirement>;
