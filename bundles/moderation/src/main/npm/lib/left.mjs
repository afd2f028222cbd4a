// What is not taken of the English list: swearing, which is rude but draws nothing; words with an innocent meaning; and
// words that are in words/terms.txt of this bundle with a category or a strength of their own.
export const left = new Set(
  `alaskan pipeline|apeshit|arsehole|ass|asshole|assmunch|babeland|baby batter|baby juice|ball gravy|ball kicking|
ball licking|ball sack|bareback|barenaked|bastard|bastardo|bastinado|bbw|beaner|beaners|beaver cleaver|beaver lips|
big black|big breasts|big knockers|bimbos|birdlock|bitch|bitches|black cock|blonde action|blue waffle|bollocks|bondage|
boner|boob|boobs|booty call|brown showers|brunette action|bulldyke|bullet vibe|bullshit|bung hole|bunghole|busty|butt|
buttcheeks|camel toe|carpet muncher|carpetmuncher|chocolate rosebuds|cialis|cleveland steamer|clover clamps|clusterfuck|
cock|cocks|cornhole|coon|coons|darkie|deep throat|dendrophilia|dick|dingleberry|dingleberries|dirty pillows|
dirty sanchez|dog style|domination|dominatrix|dommes|donkey punch|dvda|eat my ass|ecchi|erotic|erotism|escort|eunuch|fag|
faggot|fecal|fingering|fuck|fuck buttons|fuckin|fucking|fucktards|fudge packer|fudgepacker|giant cock|girl on|
girl on top|god damn|golden shower|goodpoop|goo girl|grope|hard core|hardcore|homoerotic|honkey|hooker|horny|hot carl|
hot chick|how to kill|how to murder|huge fat|humping|intercourse|jack off|jail bait|jailbait|jelly donut|jigaboo|
jiggaboo|jiggerboo|juggs|kike|kinkster|kinky|knobbing|leather restraint|leather straight jacket|lemon party|lolita|
lovemaking|make me come|mong|motherfucker|mound of venus|mr hands|nambla|nawashi|negro|neonazi|nigga|nigger|nig nog|
nipple|nipples|nsfw|nsfw images|nude|nudity|nutten|octopussy|paedophile|paki|panties|panty|pedobear|pedophile|pegging|
piece of shit|pikey|pissing|playboy|pleasure chest|pole smoker|ponyplay|poof|poon|poop chute|poopchute|
prince albert piercing|pthc|queaf|queef|quim|raghead|rapist|rectum|rimming|rosy palm|rosy palm and her 5 sisters|
rusty trombone|sadism|santorum|scat|scissoring|sex|sexo|sexy|sexual|sexually|sexuality|shaved beaver|shit|shitblimp|
shitty|shota|shrimping|skeet|slanteye|slut|s&m|smut|snatch|snowballing|spastic|spic|splooge moose|spunk|strap on|
strappado|strip club|style doggy|suck|sucks|suicide girls|sultry women|swastika|swinger|tainted love|taste my|
tea bagging|throating|tied up|tight white|tit|tits|tongue in a|topless|tosser|towelhead|tranny|tub girl|tushy|twat|twink|
twinkie|undressing|venus mound|viagra|violet wand|voyeur|voyuer|wetback|white power|whore|wrapping men|
wrinkled starfish|xx|xxx|yaoi|yellow showers|🖕`.replaceAll('\n', '').split('|'),
)
