# L’aide par sujet : quoi écrire, invitations, mots de passe, accessibilité et les quatre signes d’un courriel authentique.

door-invitation = Vous avez une invitation
door-invitation-text = Comment y répondre et quand votre compte est ouvert
door-photo = Comment prendre la photo
door-photo-text = Une bonne photo, la pièce à la maison et les défauts courants, en dessins
door-accessibility = Accessibilité
door-accessibility-text = Clavier, lecteur d’écran, grands caractères, plus de temps

contact-write = Quoi écrire
contact-write-who = Votre nom et votre numéro de demande, une lettre et neuf chiffres
contact-write-what = Ce que vous vouliez faire et ce que la page affichait
contact-write-with = L’appareil que vous utilisez et tout programme qui lit ou agrandit l’écran
contact-never = Quoi ne jamais envoyer
contact-never-password = Un mot de passe ou un code. Personne ici ne vous en demandera
contact-never-documents = Des images de passeports, de cartes ou de personnes. Elles ne s’envoient que dans votre ménage
official-page-heading = La page officielle
official-page-text = Elle explique toute la démarche et ce qui existe par ailleurs :

no-email-why = Le courriel ne va qu’à l’adresse confirmée. Si cette adresse est fausse ou perdue, un agent la change après avoir vérifié votre identité.

invitation-heading = Vous avez une invitation
invitation-lead = Répondez-y ici, avec le code du courriel. La personne qui a présenté la demande répond pour toutes celles qui y figurent.
invitation-answer = Ouvrez l’invitation avec son code, votre date de naissance et votre IUC. Dites si vous êtes au Canada et donnez une adresse de courriel pour vous et pour chaque adulte qui veut son propre compte.
invitation-officer = Un code est envoyé à chaque adresse. Écrivez-le : une fois votre adresse confirmée, votre compte est ouvert. Il n’y a aucune inscription à faire.
invitation-account = Vous recevez un courriel avec votre nom d’utilisateur et un mot de passe temporaire. Faites ensuite ici votre première ouverture de session.
invitation-abroad = Pas encore au Canada? Dites-le dans votre réponse. L’invitation attend, et vous pourrez répondre de nouveau avec le même code à votre arrivée.

password-help-heading = Un mot de passe qui ne fonctionne pas
expired-heading = Votre mot de passe temporaire n’est plus valable
expired-text = Il est valable { $days } jours. Ensuite, faites-en envoyer un nouveau; il ne va qu’à votre adresse confirmée.
forgotten-heading = Nom d’utilisateur ou mot de passe oublié
forgotten-text = Demandez-le ici. Ce qu’il vous faut n’est envoyé qu’à votre adresse confirmée.
lost-mailbox-heading = Vous ne pouvez plus lire votre boîte de courriel
lost-mailbox-text = Écrivez à l’adresse d’aide. Un agent change l’adresse après avoir vérifié votre identité, un deuxième l’approuve, et l’ancienne adresse en est avisée. Il faut { $hours } heures de plus.

accessibility-keyboard = Tout se fait au clavier. La première pression sur Tab mène au-delà du menu.
accessibility-reader = Chaque champ, chaque message et chaque étape a ses mots pour les lecteurs d’écran.
accessibility-zoom = Le texte peut être quatre fois plus grand, et les couleurs suivent le contraste de votre appareil.
accessibility-time = Deux minutes avant la fin de la session, on vous demande si vous voulez la prolonger. Ce que vous avez écrit est gardé.
accessibility-settings = Choisir la taille du texte, clair ou sombre

genuine-sender-hint = C’est ce qui suit le dernier @ qui compte, et non le nom qui précède
genuine-sender-how = Sur un téléphone, touchez le nom de l’expéditeur pour voir l’adresse entière. Une adresse écrite dans le nom ne compte pas. Si « répondre à » montre une autre adresse, répondez non.
genuine-languages-hint = Le texte entier, une fois dans chaque langue
genuine-subject-hint = Un numéro de demande peut suivre
genuine-link-hint = Il y a un seul lien, et rien d’autre à ouvrir
genuine-link-how = À l’ordinateur, placez le pointeur sur le lien sans cliquer. Sur un téléphone, gardez le doigt dessus jusqu’à ce que l’adresse s’affiche. Lisez-la depuis le début : après les deux barres obliques vient { $host }, puis une barre oblique, et rien entre les deux.
genuine-how = Comment le voir
genuine-unfinished = { $count ->
    [one] Répondez à { $count } autre question pour savoir ce que cela signifie.
   *[other] Répondez à { $count } autres questions pour savoir ce que cela signifie.
}
genuine-not-ours = Ne suivez pas le lien : le portail n’écrit pas ainsi
genuine-not-ours-do = N’y répondez pas et n’y ouvrez rien. Ouvrez une session ici pour voir s’il y a du nouveau et écrivez à l’adresse d’aide au sujet de ce courriel.
genuine-unsure = Dans le doute, laissez le lien
genuine-unsure-do = Rien n’indique que ce courriel est faux, mais tout ne se voit pas. Ouvrez plutôt une session ici; ce qui est vrai s’affiche dans votre ménage.
genuine-fits = Ce courriel peut venir du portail
genuine-fits-do = Ce n’est pas une preuve : l’adresse d’un expéditeur peut être falsifiée. Le plus sûr reste d’ouvrir une session ici plutôt que par un lien.
genuine-always = Ce qui est toujours vrai
genuine-safe-way = Quoi que dise un courriel, vous le trouvez aussi dans votre ménage.
