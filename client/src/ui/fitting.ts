import type { Rule } from 'antd/es/form';
import type { z } from 'zod';

/** A rule for an input of a form that holds what the server holds; an empty input is for another rule to judge. */
export const fitting = (shape: z.ZodType, message: string): Rule => ({
  validator: (_, typed?: string | null) =>
    typed === undefined || typed === null || typed === '' || shape.safeParse(typed).success
      ? Promise.resolve()
      : Promise.reject(new Error(message)),
});
