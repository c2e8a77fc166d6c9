// The sound of Chinese: pinyin without tones, for names typed in Latin letters and for characters
// that only sound right (在生能源 for 再生能源).

// The 3,755 characters of GB 2312's first level stand there in the order of their sounds, and any
// browser can list them; this says how many have each. `make lists` writes both, by pypinyin.
const SYLLABLES =
  "a2ai13an9ang3ao9ba18bai8ban15bang12bao17bei15ben4beng6bi24bian12biao4bie4bin6bing9bo19bu11ca1cai11can7cang5cao5ce5ceng2cha11chai3chan10chang13chao9che6chen10cheng15chi16chong5chou12chu16chuai1chuan7chuang6chui5chun7chuo2ci12cong6cou1cu4cuan3cui8cun3cuo6da6dai12dan15dang5dao12de3deng7di19dian16diao9die7ding9diu1dong10dou8du14duan6dui4dun9duo12e13en1er8fa8fan17fang11fei12fen15feng15fo1fou1fu45ga2gai6gan11gang9gao10ge17gei1gen2geng7gong15gou9gu18gua6guai3guan11guang3gui16gun3guo6ha1hai7han19hang3hao9he18hei2hen4heng5hong9hou7hu18hua9huai5huan14huang14hui21hun6huo10ji53jia17jian40jiang13jiao28jie27jin20jing25jiong2jiu17ju25juan7jue10jun11ka4kai5kan6kang7kao4ke15ken4keng2kong4kou4ku7kua5kuai4kuan2kuang8kui11kun4kuo4la7lai3lan15lang7lao9le2lei11leng3li34lia1lian14liang11liao13lie5lin12ling14liu11long9lou6lu20lu14luan6lue2lun7luo12ma9mai6man9mang6mao12me1mei16men3meng8mi14mian9miao8mie2min6ming6miu1mo17mou3mu15na7nai5nan3nang1nao5ne1nei2nen1neng1ni11nian7niang2niao2nie7nin1ning6niu4nong4nu3nu1nuan1nue2nuo4o1ou7pa6pai6pan8pang5pao7pei9pen2peng14pi17pian4piao4pie2pin5ping9po9pu15qi36qia3qian22qiang8qiao15qie5qin11qing13qiong2qiu8qu13quan11que8qun2ran4rang5rao3re2ren10reng2ri1rong10rou3ru10ruan2rui3run2ruo2sa3sai4san4sang3sao4se3sen1seng1sha9shai2shan16shang8shao11she12shen16sheng11shi47shou10shu33shua2shuai4shuan2shuang3shui4shun4shuo4si16song8sou4su12suan3sui11sun3suo8ta9tai9tan18tang13tao11te1teng4ti15tian8tiao5tie3ting10tong13tou4tu11tuan2tui6tun3tuo11wa7wai2wan17wang10wei33wen10weng3wo9wu29xi35xia13xian26xiang20xiao18xie21xin10xing15xiong7xiu9xu19xuan10xue6xun14ya16yan33yang17yao15ye15yi53yin16ying18yo1yong15you20yu45yuan20yue10yun12za3zai7zan4zang3zao14ze4zei1zen1zeng4zha14zhai6zhan17zhang15zhao10zhe10zhen16zheng15zhi43zhong11zhou14zhu26zhua2zhuai1zhuan6zhuang7zhui6zhun2zhuo11zi15zong7zou4zu8zuan2zui4zun2zuo8";
// Of those, the characters that are more often read otherwise.
const OTHERWISE =
  "剥bo辟pi泊po卜bo掺can长zhang匙shi佛fu脯pu蛤ha貉hao还hai槛kan嚼jue桔ju藉ji咯ge傀gui勒lei肋le潦lao了le剖pou茄jia炔gui什shen伺ci似shi厦sha削xue畜chu吁xu钥yao曾ceng轧ya咋za辗nian帧zhen爪zhao椎chui琢zuo着zhe仔zai柞zha";

let known;

const listSounds = () => {
  const decoder = new TextDecoder("gbk");
  const sounds = new Map();
  let place = 0;
  for (const [, sound, count] of SYLLABLES.matchAll(/([a-z]+)(\d+)/g)) {
    for (const last = place + Number(count); place < last; place += 1) {
      const bytes = [0xb0 + Math.floor(place / 94), 0xa1 + (place % 94)];
      sounds.set(decoder.decode(new Uint8Array(bytes)), sound);
    }
  }
  for (const [, character, sound] of OTHERWISE.matchAll(/([^a-z])([a-z]+)/g)) {
    sounds.set(character, sound);
  }
  return sounds;
};

/** Return the sound of each character of a simplified text; of one that is not known, itself. */
export const soundOf = (text) => {
  known ??= listSounds();
  return [...text].map((character) => known.get(character) ?? character);
};

/** Return the same without what is often confused in Taiwan: zh and z, ng and n. */
export const blurredOf = (text) =>
  soundOf(text).map((sound) => sound.replace(/^([zcs])h/, "$1").replace(/ng$/, "n"));

/** Return what of a Chinese text is written as a sound in Latin letters is heard: 停车 for tingche. */
export const findSpoken = (chinese, sound) => {
  const { sounds } = hear(chinese);
  const found = new Set();
  for (const [first, begun] of sounds.entries()) {
    let heard = begun;
    let last = first + 1;
    while (heard.length < sound.length && sound.startsWith(heard) && last < sounds.length) {
      heard += sounds[last];
      last += 1;
    }
    const text = chinese.slice(first, last);
    if (heard === sound && /^[\u3400-\u9fff]{2,}$/.test(text)) {
      found.add(text);
    }
  }
  return found;
};

const heard = new Map();

const hear = (chinese) => {
  if (!heard.has(chinese)) {
    heard.set(chinese, { sounds: soundOf(chinese), blurred: blurredOf(chinese) });
  }
  return heard.get(chinese);
};

/** Return what of a Chinese text sounds like some characters. */
export const findAlike = (chinese, characters) => {
  const { blurred } = hear(chinese);
  const sound = blurredOf(characters);
  const found = new Set();
  for (let first = blurred.indexOf(sound[0]); first >= 0; ) {
    if (sound.every((syllable, place) => blurred[first + place] === syllable)) {
      found.add(chinese.slice(first, first + sound.length));
    }
    first = blurred.indexOf(sound[0], first + 1);
  }
  return found;
};
