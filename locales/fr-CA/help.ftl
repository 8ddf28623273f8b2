# Aide et adresse.

help-heading = Aide et adresse
help-more = Pas de courriel, ou un courriel douteux? Voyez l’aide
contact-heading = Écrivez-nous
contact-text = Pour tout ce qui ne fonctionne pas ici, et si un handicap vous empêche d’utiliser cette application :
contact-unknown = L’adresse d’aide s’affichera ici dès que le portail pourra être joint. Elle figure aussi sur la page officielle.
contact-include = Indiquez votre nom et votre numéro de demande. N’envoyez jamais de mot de passe.
no-email-heading = Vous n’avez reçu aucun courriel
no-email-junk = Regardez dans le dossier des courriels indésirables et cherchez « Portail de résidence permanente ».
no-email-wait = Attendez une heure. Certaines boîtes retiennent des messages.
no-email-ask = Écrivez ensuite à l’adresse d’aide depuis la boîte qui aurait dû le recevoir.
expired-heading = Votre mot de passe temporaire n’est plus valable
expired-text = Il l’est pendant { $days } jours. Ensuite, écrivez à l’adresse d’aide pour en demander un nouveau; il ne sera envoyé qu’à votre adresse confirmée.
genuine-heading = Ce courriel est-il authentique?
genuine-intro = Un courriel peut venir de ce portail si les quatre points suivants sont vrais :
genuine-sender = L’adresse de l’expéditeur se termine par @cic.gc.ca.
genuine-languages = Le message est en français et en anglais.
genuine-subject = L’objet est celui-ci, mot pour mot; un numéro de demande peut suivre :
genuine-link = Son seul lien mène à la page officielle :
genuine-codes = Les codes et les mots de passe s’écrivent dans cette application. Ils ne se trouvent jamais derrière un lien.
genuine-no = Si un point est faux, ne suivez pas le lien. Ouvrez une session dans cette application et écrivez à l’adresse d’aide.
not-done-here = Ce qui ne se fait pas ici
not-done-sign-up = Créer un compte. Les comptes sont créés pour vous après l’approbation de la demande.
not-done-renew = Renouveler ou remplacer une carte de résident permanent.
not-done-other = Utiliser un autre compte du gouvernement. Ce portail est séparé de tous les autres.
accessibility-heading = Accessibilité
accessibility-text = Cette application fonctionne au clavier, avec un lecteur d’écran et à toute taille de texte. Si quelque chose vous bloque, écrivez à l’adresse d’aide et dites ce que vous utilisez.
