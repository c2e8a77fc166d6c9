// Chinese words that only ask: what is left of a question is what is looked for.

const ASKING = new RegExp(
  (
    "为什么|什么|怎么样|怎么|怎样|如何|为何|哪一?[个些座里种]|哪儿|多少|是不是|有没有|能不能|可不可以|" +
    "请问|请|谢谢|你好|您好|帮我|给我|我想要?|我要|想要?找|想知道|想看|查询|查一?下|找一?下|搜寻|" +
    "那个|这个|那些|这些|关于|有关|的话|嗯|呃|啊|呢|吗|吧|喔|哦|欸|要(?=怎)|(?<=我)找|找(?!到)|了解"
  ),
  "g",
);

/** Return a folded query with the words blank that only ask, if any others are left. */
export const withoutAsking = (folded) => {
  const rest = folded.replaceAll(ASKING, (word) => " ".repeat(word.length));
  return /[0-9a-z\u3400-\u9fff]/.test(rest) ? rest : folded;
};
