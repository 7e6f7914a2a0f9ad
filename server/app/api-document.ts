import { Injectable } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { z } from 'zod';
import { ANSWER } from '../modules/answers.ts';
import { declaredRoutes, type DeclaredRoute } from './declared-routes.ts';

const PROBLEM = {
  description: 'A refusal (RFC 9457)',
  content: {
    'application/problem+json': {
      schema: {
        type: 'object',
        required: ['type', 'title', 'status', 'code', 'instance'],
        properties: {
          type: { type: 'string' },
          title: { type: 'string' },
          status: { type: 'integer' },
          detail: { type: 'string' },
          instance: { type: 'string' },
          code: { type: 'string' },
          errors: {
            type: 'array',
            items: { type: 'object', properties: { pointer: { type: 'string' }, message: { type: 'string' } } },
          },
        },
      },
    },
  },
};

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

const answerOf = ({ target }: DeclaredRoute): object | undefined => {
  const shape: unknown = Reflect.getMetadata(ANSWER, target);
  if (!(shape instanceof z.ZodType)) return undefined;
  const schema: Record<string, unknown> = z.toJSONSchema(shape, { unrepresentable: 'any', io: 'output' });
  delete schema['$schema'];
  return schema;
};

/** Says what each operation answers; the framework knows only what it takes. */
const addAnswers = (document: OpenAPIObject, routes: readonly DeclaredRoute[]): void => {
  const byId = new Map(routes.map((route) => [`${route.controller}_${route.handler}`, route]));
  const operations = Object.values(document.paths).flatMap((path) => Object.values(path) as Operation[]);
  for (const operation of operations) {
    const route = byId.get(operation.operationId ?? '');
    const schema = route === undefined ? undefined : answerOf(route);
    const status = Object.keys(operation.responses)[0] ?? '200';
    if (schema !== undefined)
      operation.responses[status] = { description: '', content: { 'application/json': { schema } } };
    operation.responses['default'] = PROBLEM;
  }
};

/** The API's own description, made from the routes and their shapes when somebody first asks for it. */
@Injectable()
export class ApiDocument {
  private app: NestFastifyApplication | undefined;
  private made: Promise<OpenAPIObject> | undefined;

  /** Tells which application to describe. */
  describes(app: NestFastifyApplication): void {
    this.app = app;
  }

  document(): Promise<OpenAPIObject> {
    this.made ??= this.make();
    return this.made;
  }

  private async make(): Promise<OpenAPIObject> {
    if (this.app === undefined) throw new Error('no application was given to describe');
    const { DocumentBuilder, SwaggerModule } = await import('@nestjs/swagger');
    const about = new DocumentBuilder()
      .setTitle('Formflow')
      .setDescription('Sign in with POST /api/session; every change carries the session’s csrf value in x-csrf-token.')
      .setVersion('1')
      .setOpenAPIVersion('3.1.0')
      .build();
    const document = SwaggerModule.createDocument(this.app, about);
    addAnswers(document, declaredRoutes(this.app.get(ModulesContainer)));
    return document;
  }
}
