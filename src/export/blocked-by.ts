import type { ExportRequest } from './form.ts'

/** The `Link` of an answer 451, which says where the order is to be found (RFC 7725, 4); undefined without a register. */
export function blockedBy({ register }: Pick<ExportRequest, 'register'>, id: string): string | undefined {
  return register === undefined ? undefined : `<${register}orders/${id}/>; rel="blocked-by"`
}

export const withoutRegister = 'With --register, an answer 451 says by its Link header which order it is (RFC 7725).'
