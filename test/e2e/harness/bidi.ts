import { NodeWebSocketTransport } from 'puppeteer-core/internal/node/NodeWebSocketTransport.js'

type Answer = { id?: number; type: string; result?: unknown; error?: string; message?: string }

/** A WebDriver BiDi session over a WebSocket: only commands and answers, no events. */
export class Bidi {
  private next = 0
  private readonly waiting = new Map<number, (answer: Answer) => void>()

  private constructor(private readonly transport: NodeWebSocketTransport) {
    transport.onmessage = (message) => {
      const answer = JSON.parse(message) as Answer
      if (answer.id === undefined) return
      this.waiting.get(answer.id)?.(answer)
      this.waiting.delete(answer.id)
    }
    transport.onclose = () => {
      for (const answered of this.waiting.values()) answered({ type: 'error', error: 'closed', message: 'browser is gone' })
      this.waiting.clear()
    }
  }

  static async connect(url: string): Promise<Bidi> {
    const bidi = new Bidi(await NodeWebSocketTransport.create(`${url}/session`))
    await bidi.send('session.new', { capabilities: { alwaysMatch: { acceptInsecureCerts: true } } })
    return bidi
  }

  send<T>(method: string, params: object = {}): Promise<T> {
    const id = ++this.next
    return new Promise((resolve, reject) => {
      this.waiting.set(id, (answer) => {
        if (answer.type === 'success') resolve(answer.result as T)
        else reject(new Error(`${method}: ${answer.error}: ${answer.message}`))
      })
      this.transport.send(JSON.stringify({ id, method, params }))
    })
  }

  /** The string that an expression, or its promise, gives in a browsing context. */
  async evaluate(context: string, expression: string): Promise<string> {
    const answer = await this.send<{ result?: { value?: unknown }; exceptionDetails?: { text: string } }>('script.evaluate', {
      expression,
      target: { context },
      awaitPromise: true,
      userActivation: true,
    })
    if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.text)
    return String(answer.result?.value)
  }

  close(): void {
    this.transport.close()
  }
}
