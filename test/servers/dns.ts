import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'
import { createServer } from 'node:net'
import * as packet from 'dns-packet'

/** A port of this machine that nothing listens on, for TCP and UDP. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

export interface Upstream {
  port: number
  /** Names that it was asked for. */
  asked: Set<string>
  close(): void
}

/** The internet of a resolver: every name has the address 192.0.2.1, and nothing else. */
export async function startUpstream(): Promise<Upstream> {
  const socket = createSocket('udp4')
  const asked = new Set<string>()
  socket.on('message', (message, from) => {
    const { id, questions = [] } = packet.decode(message)
    const [question] = questions
    if (!question) return
    asked.add(question.name.toLowerCase())
    const answers: packet.Answer[] =
      question.type === 'A' ? [{ type: 'A', name: question.name, ttl: 60, data: '192.0.2.1' }] : []
    const flags = packet.AUTHORITATIVE_ANSWER | packet.RECURSION_DESIRED | packet.RECURSION_AVAILABLE
    socket.send(packet.encode({ type: 'response', id: id ?? 0, flags, questions, answers }), from.port, from.address)
  })
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  return { port: socket.address().port, asked, close: () => socket.close() }
}

export interface Answer {
  /** `NOERROR`, `NXDOMAIN`. */
  rcode: string
  addresses: string[]
  /** Of the zone's SOA record. */
  serial?: number
  /** Extended DNS error (RFC 8914). */
  error?: { code: number; text: string }
  /** Texts of records beside the answer. */
  texts: string[]
}

/** Asks a resolver of this machine for the addresses of names, some at a time; an answer that does not come is asked for again. */
export async function askAll(
  port: number,
  names: readonly string[],
  type: 'A' | 'SOA' = 'A',
): Promise<Map<string, Answer>> {
  const socket = createSocket('udp4')
  const answers = new Map<string, Answer>()
  const waiting = new Map<number, (answer: Answer) => void>()
  socket.on('message', (message) => {
    const decoded = packet.decode(message)
    waiting.get(decoded.id ?? -1)?.(answerIn(decoded))
  })
  socket.on('error', () => undefined)
  const left = [...names]
  let next = 0
  const worker = async () => {
    for (let name = left.pop(); name !== undefined; name = left.pop())
      answers.set(name, await askOne(socket, port, { type, name }, next++ % 65_536, waiting))
  }
  await Promise.all(Array.from({ length: 20 }, worker))
  socket.close()
  return answers
}

async function askOne(
  socket: Socket,
  port: number,
  asked: { type: 'A' | 'SOA'; name: string },
  id: number,
  waiting: Map<number, (answer: Answer) => void>,
): Promise<Answer> {
  const question = packet.encode({
    type: 'query',
    id,
    flags: packet.RECURSION_DESIRED,
    questions: [asked],
    additionals: [{ type: 'OPT', name: '.', udpPayloadSize: 4096, flags: 0, options: [] } as unknown as packet.Answer],
  })
  let timer: NodeJS.Timeout | undefined
  const answer = await new Promise<Answer>((resolve) => {
    waiting.set(id, resolve)
    const send = () => socket.send(question, port, '127.0.0.1', () => undefined)
    timer = setInterval(send, 1000)
    send()
  })
  clearInterval(timer)
  waiting.delete(id)
  return answer
}

function answerIn({ answers = [], additionals = [], ...decoded }: packet.DecodedPacket): Answer {
  const { rcode } = decoded as unknown as { rcode: string }
  const options = additionals.flatMap((one) =>
    one.type === 'OPT' ? ((one as { options?: { code: number; data: Buffer }[] }).options ?? []) : [],
  )
  const soa = answers.find((one) => one.type === 'SOA')
  const error = options.find(({ code }) => code === 15)?.data
  return {
    rcode,
    addresses: answers.flatMap((one) => (one.type === 'A' ? [one.data] : [])),
    ...(soa?.data.serial === undefined ? {} : { serial: soa.data.serial }),
    ...(error ? { error: { code: error.readUInt16BE(0), text: error.subarray(2).toString() } } : {}),
    texts: additionals.flatMap((one) => (one.type === 'TXT' ? [[one.data].flat().map(String).join('')] : [])),
  }
}
