import { SetMetadata } from '@nestjs/common';
import { z } from 'zod';

export const ANSWER = Symbol('answer');

/** Names the shape that a route answers with, for the API's document. Nothing is checked by it at run time. */
export const Answers = (shape: z.ZodType): MethodDecorator => SetMetadata(ANSWER, shape);

/** The shape of one page of a list. */
export const pageOf = (row: z.ZodType): z.ZodType =>
  z.object({ rows: z.array(row), total: z.int(), page: z.int(), size: z.int() });
