import 'reflect-metadata';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { useServer as serveSockets } from 'graphql-ws/use/ws';
import { createPubSub } from 'graphql-yoga';
import { buildSchema, Field, Int, ObjectType, Query, Resolver, Root, Subscription } from 'type-graphql';
import { WebSocketServer } from 'ws';

/** What a schema of type-graphql does out of the box: a topic of its own PubSub, served by graphql-ws. It publishes when it is told to. */
const pubSub = createPubSub<{ events: [Happening] }>();

@ObjectType()
class Happening {
  @Field(() => Int)
  number!: number;
  @Field(() => String)
  text!: string;
}

@Resolver()
class Happenings {
  @Query(() => Int)
  zero(): number {
    return 0;
  }

  @Subscription(() => Happening, { topics: 'events' })
  happened(@Root() happening: Happening): Happening {
    return happening;
  }
}

const schema = await buildSchema({ resolvers: [Happenings], pubSub, validate: false });
const server = createServer();
serveSockets({ schema }, new WebSocketServer({ server, path: '/graphql' }));
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

let number = 0;
process.on('message', ({ publish, bytes }: { publish: number; bytes: number }) => {
  for (let i = 0; i < publish; i += 1) pubSub.publish('events', { number: (number += 1), text: 'x'.repeat(bytes) });
  process.send?.({ published: number });
});
process.on('disconnect', () => process.exit(1));
process.send?.({ port: (server.address() as AddressInfo).port });
