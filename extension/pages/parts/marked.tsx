/** A sentence with a name in it, isolated from the direction of the text around it and told from it. */
export function Marked({ text, part }: { text: string; part: string }) {
  const at = part === '' ? -1 : text.indexOf(part)
  if (at === -1) return <>{text}</>
  return (
    <>
      {text.slice(0, at)}
      <bdi class="name">{part}</bdi>
      {text.slice(at + part.length)}
    </>
  )
}
