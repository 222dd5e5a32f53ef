import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { ALLOWED, ALLOWED_SCHEMES, LINK_REL } from '../../src/community/text/allowed-html.js';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

const HTML = 'http://www.w3.org/1999/xhtml';

/** The elements of HTML as the standard's parser finds them, with their attributes. */
export function elementsOf(html: string): { tag: string; attributes: Record<string, string>; element: Element }[] {
  const elements = nodesOf(html).filter((node): node is Element => 'tagName' in node);
  return elements.map((element) => ({
    tag: element.tagName,
    attributes: Object.fromEntries(element.attrs.map(({ name, value }) => [name, value])),
    element,
  }));
}

function nodesOf(html: string): Node[] {
  const nodes = [...parseFragment(html).childNodes];
  for (const node of nodes) if ('childNodes' in node) nodes.push(...node.childNodes);
  return nodes;
}

/** What in the HTML no post may have, in words; empty if all is well. */
export function trespassesOf(html: string): string[] {
  const strange = nodesOf(html).filter(({ nodeName }) => nodeName.startsWith('#') && nodeName !== '#text');
  return [
    ...strange.map(({ nodeName }) => `a node ${nodeName}`),
    ...elementsOf(html).flatMap(({ tag, attributes, element }) => [
      ...(tag in ALLOWED && element.namespaceURI === HTML ? [] : [`an element ${tag}`]),
      ...Object.keys(attributes).flatMap((name) => (ALLOWED[tag]?.includes(name) ? [] : [`an attribute ${name} of ${tag}`])),
      ...(tag === 'a' ? trespassesOfLink(attributes) : []),
    ]),
  ];
}

function trespassesOfLink({ href = '', rel }: Record<string, string>): string[] {
  const protocol = URL.parse(href)?.protocol.slice(0, -1) ?? 'none';
  const isAllowed = ALLOWED_SCHEMES.some((scheme) => scheme === protocol);
  return [...(isAllowed ? [] : [`a link with the scheme ${protocol}`]), ...(rel === LINK_REL ? [] : ['a link without its rel'])];
}
